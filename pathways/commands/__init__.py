"""The commands of `python -m pathways`, one small file a group."""
