"""The tools that open pages without visitors: preview, pictures of every page, measuring what fits."""
