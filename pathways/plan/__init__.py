"""What a learner takes away: a shortlist in their own order, what to do by when, as code, PDF and calendar."""
