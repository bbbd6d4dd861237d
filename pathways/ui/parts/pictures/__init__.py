"""Pictures made of plain HTML: they print without colour, follow the theme, and have words beside them.

Streamlit takes SVG out of `st.html`, so each shape is a box whose border is the ink: borders stay
in black and white, on paper, and in a browser's high-contrast mode.
"""
