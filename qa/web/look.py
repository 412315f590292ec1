"""The page's colours and fonts, for Gradio's own components; page.css holds the same for ours."""

import gradio as gr

# Fonts that systems bring along: naming one downloads nothing.
SANS = ["PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC"]
MONO = ["ui-monospace", "SFMono-Regular", "Consolas", "monospace"]


def theme() -> gr.themes.Base:
    """Paper, ink and the red of official documents, light and dark; every pair of colours passes AA."""
    font = gr.themes.Font
    base = gr.themes.Base(
        primary_hue=gr.themes.colors.red,
        neutral_hue=gr.themes.colors.stone,
        text_size=gr.themes.sizes.text_md,
        radius_size=gr.themes.sizes.radius_sm,
        font=[*map(font, SANS), font("sans-serif")],
        font_mono=[*map(font, MONO)],
    )
    return base.set(
        body_background_fill="#f4f1ea",
        body_background_fill_dark="#15171a",
        body_text_color="#22252a",
        body_text_color_dark="#e8e4db",
        background_fill_primary="#fffdf8",
        background_fill_primary_dark="#1d2024",
        block_background_fill="#fffdf8",
        block_background_fill_dark="#1d2024",
        block_info_text_color="#575b61",
        block_info_text_color_dark="#aaaeb4",
        block_label_text_color="#575b61",
        block_label_text_color_dark="#aaaeb4",
        border_color_primary="#d9d2c3",
        border_color_primary_dark="#3a3f46",
        input_background_fill="#fffdf8",
        input_background_fill_dark="#1d2024",
        input_border_color="#8d867a",
        input_border_color_dark="#7b828b",
        input_placeholder_color="#6a6e74",
        input_placeholder_color_dark="#9aa0a7",
        button_primary_background_fill="#9b1c1f",
        button_primary_background_fill_dark="#a83236",
        button_primary_background_fill_hover="#7f1518",
        button_primary_background_fill_hover_dark="#bd4044",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
        button_secondary_background_fill="#ebe6da",
        button_secondary_background_fill_dark="#2b2f35",
        button_secondary_background_fill_hover="#ded7c7",
        button_secondary_background_fill_hover_dark="#383d45",
        button_secondary_text_color="#22252a",
        button_secondary_text_color_dark="#e8e4db",
    )
