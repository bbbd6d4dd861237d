"""`python -m pathways`: everything can be driven without the browser."""

from pathways.cli import main

if __name__ == "__main__":
    main()
