-- What a server's admins have chosen. No row: nothing was chosen.
CREATE TABLE settings (
    guild INTEGER PRIMARY KEY,
    -- The channels that Accord answers in, as a JSON list; NULL is all of them.
    channels TEXT,
    private INTEGER NOT NULL,
    language TEXT,
    admin_channel INTEGER,
    changed INTEGER NOT NULL
) STRICT;

-- What people said of an answer. A person has one verdict on a message.
CREATE TABLE feedback (
    user INTEGER NOT NULL,
    message INTEGER NOT NULL,
    at INTEGER NOT NULL,
    guild INTEGER,
    channel INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('useful', 'wrong passage', 'missing source')),
    question TEXT,
    note TEXT,
    snapshot TEXT NOT NULL,
    -- A JSON list of passage ids.
    passages TEXT NOT NULL,
    PRIMARY KEY (user, message)
) STRICT;

-- How an answer came about, without the question's words.
CREATE TABLE receipts (
    id TEXT PRIMARY KEY NOT NULL,
    at INTEGER NOT NULL,
    guild INTEGER,
    channel INTEGER NOT NULL,
    user INTEGER NOT NULL,
    message INTEGER,
    json TEXT NOT NULL
) STRICT;

-- What admins did.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    guild INTEGER,
    user INTEGER NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
