-- Somebody's last receipt in a channel, and all of somebody's rows.
CREATE INDEX receipts_of_user ON receipts (user, channel, at);
CREATE INDEX audit_of_user ON audit (user);
-- A server's rows, when the bot leaves it. Feedback is found by its primary key, and a server's by this.
CREATE INDEX receipts_of_guild ON receipts (guild);
CREATE INDEX feedback_of_guild ON feedback (guild);
-- What is too old.
CREATE INDEX receipts_by_age ON receipts (at);
CREATE INDEX feedback_by_age ON feedback (at);
CREATE INDEX audit_by_age ON audit (at);
