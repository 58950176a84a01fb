"""runut reads many news reports of the same events and traces every statement back to who said it."""
