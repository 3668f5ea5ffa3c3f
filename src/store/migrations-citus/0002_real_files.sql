SELECT create_reference_table('zone_succession');
SELECT create_reference_table('dataset');
SELECT create_reference_table('measure');
SELECT create_reference_table('postcode');
SELECT create_distributed_table('measure_value', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('population_count', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('facility_count', 'territory_id', colocate_with => 'survey');
SELECT create_reference_table('column_name');
