-- Words are looked up in the index, however many records hold them. The planner counts a test of a text vector as cheap as one of a number
-- and reads the whole table once a third of it matches, or all combinations of facets for some hundred of them: several times slower.
set local role search_owner;
alter function search.run(text, jsonb) set enable_seqscan = off;
reset role;
