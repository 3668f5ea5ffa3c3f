SELECT create_distributed_table('classification', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('segment', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('segment_area', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('portrait_text', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('portrait_picture', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('golden_model', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('customer_profile', 'territory_id', colocate_with => 'survey');
SELECT create_reference_table('group_match');
