-- Who is asking: set by the gate for one transaction, never by a caller's text.

create or replace function app.account_id() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.account', true), '')::uuid;

-- The injected clock: the same request at the same instant gives the same answer.
create or replace function app.moment() returns timestamptz
language sql stable parallel safe
return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

-- False for access tokens, and while a cleared person looks as one who is not.
create or replace function app.uses_clearance() returns boolean
language sql stable parallel safe
return coalesce(current_setting('app.clearance', true), '') = 'yes';
