"""Value terms, one a file: each says how good a course is for this learner in one respect, 0 to 1.

NaN means that there is nothing to go by; the term is then dropped for that course, never filled in.
"""
