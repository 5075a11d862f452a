CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT NOT NULL);
INSERT INTO users VALUES (42, 'ann@example.com');
