"""Figures and a question -> what comes of them, computed exactly by code, with the working and every quote."""
