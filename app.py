"""The front door: a plain Streamlit script with the theme and the pages, nothing else.

`streamlit run app.py` opens it; `pathways/ui/serve.py` serves the same script with
security headers, a health check and the catalogue loaded before the first visitor.
"""

from pathways.ui import shell

shell.open_page()
