"""What a learner takes away: a shortlist in their own order, as page, code, PDF and calendar."""
