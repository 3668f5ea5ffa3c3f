SELECT create_reference_table('channel_cost');
SELECT create_reference_table('grid_version');
