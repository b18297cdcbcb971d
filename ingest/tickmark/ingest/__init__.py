"""Ground floor: bytes in, a filing with its tables, figures and passages out."""
