"""What a policy means: types, names resolved, conditions typed."""
