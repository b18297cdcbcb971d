"""Words: text to terms, and which words are forms, spellings, translations or neighbours of others."""
