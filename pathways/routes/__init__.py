"""How to get there: the ladder of steps over the years."""
