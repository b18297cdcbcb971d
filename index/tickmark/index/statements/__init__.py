"""The primary statements of a filing, their lines, and the measures that are worked out of them."""
