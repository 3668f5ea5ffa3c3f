-- Spreads the tables over the nodes, where the server has Citus. Reference tables first, since distributed rows point at them; then the surveys, and
-- everything that hangs on them beside them, by the root territory.
SELECT create_reference_table('geography_edition');
SELECT create_reference_table('zone');
SELECT create_reference_table('zone_parent');
SELECT create_reference_table('zone_shape');
SELECT create_reference_table('organisation');
SELECT create_reference_table('service');
SELECT create_reference_table('service_competence');
SELECT create_reference_table('procedure');
SELECT create_reference_table('place');
SELECT create_reference_table('place_service');

SELECT create_distributed_table('survey', 'territory_id');
SELECT create_distributed_table('respondent', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('service_need', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('rating', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('citation', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('margin', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('weighting', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('weight', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('matrix', 'territory_id', colocate_with => 'survey');
SELECT create_distributed_table('matrix_cell', 'territory_id', colocate_with => 'survey');
