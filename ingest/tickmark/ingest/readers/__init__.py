"""From text, Markdown and tab-separated lines to blocks: one format, one file."""
