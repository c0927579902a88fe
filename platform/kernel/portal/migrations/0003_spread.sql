-- On a sharded server the tables of the portal lie with the other tables of their town. Parents before children.
select platform.distribute('platform.news');
select platform.distribute('platform.feedback');
select platform.distribute('platform.feedback_message');
