"""How things are said: languages, catalogs, numbers and dates, fonts. No Qt."""
