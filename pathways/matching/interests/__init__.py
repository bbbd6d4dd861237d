"""What the learner likes, and how near each subject is to it. Nothing here knows a provider."""
