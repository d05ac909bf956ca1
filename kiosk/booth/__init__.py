"""The running machine: the window, the event loop, and what joins the plain subjects to Qt."""
