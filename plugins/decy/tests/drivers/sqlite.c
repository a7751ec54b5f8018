#include "sqlite3.h"
#include <stdio.h>
static int show(void *u, int n, char **v, char **c) { (void)u; for (int i = 0; i < n; i++) printf("%s%s=%s", i ? ", " : "", c[i], v[i] ? v[i] : "NULL"); puts(""); return 0; }
static void run(sqlite3 *db, const char *sql) { char *err = 0; int rc = sqlite3_exec(db, sql, show, 0, &err); if (rc) { printf("error %d: %s\n", rc, err); sqlite3_free(err); } }
int main(void) {
  sqlite3 *db; if (sqlite3_open(":memory:", &db)) { puts("open"); return 1; }
  printf("%s\n", sqlite3_libversion());
  run(db, "create table t(id integer primary key, name text, score real, data blob)");
  run(db, "begin"); 
  sqlite3_stmt *st; sqlite3_prepare_v2(db, "insert into t(name,score,data) values(?,?,?)", -1, &st, 0);
  for (int i = 0; i < 500; i++) { char b[32]; snprintf(b, sizeof b, "name%03d", (i * 37) % 500); sqlite3_bind_text(st, 1, b, -1, SQLITE_TRANSIENT); sqlite3_bind_double(st, 2, i * 1.25 - 100); sqlite3_bind_blob(st, 3, b, 4, SQLITE_TRANSIENT); sqlite3_step(st); sqlite3_reset(st); }
  sqlite3_finalize(st); run(db, "commit"); run(db, "create index i1 on t(name)");
  run(db, "select count(*), sum(score), avg(score), min(name), max(name) from t");
  run(db, "select id,name,score from t where name between 'name100' and 'name105' order by name desc");
  run(db, "with recursive f(a,b,n) as (select 0,1,1 union all select b,a+b,n+1 from f where n<20) select group_concat(a,' ') from f");
  run(db, "select json_extract('{\"a\":[1,2,{\"b\":3}]}','$.a[2].b'), json_array(1,'x',null), printf('%05.2f|%s|%x', 3.14159, 'hi', 255)");
  run(db, "select name, row_number() over (order by score desc) r, sum(score) over (partition by id%3 order by id) s from t limit 5");
  run(db, "select * from nosuch"); run(db, "insert into t(id) values(1)");
  run(db, "update t set name=upper(name) where id%100=0; select id,name from t where id%100=0");
  run(db, "delete from t where score<0; select count(*), hex(data), typeof(data), length(data) from t group by typeof(data)");
  run(db, "select date('2024-02-28','+2 days'), strftime('%Y-%j','2024-12-31'), round(2.5), abs(-3), substr('hello',2,3), replace('aXbX','X','--'), instr('hello','l'), like('a%','abc')");
  run(db, "explain query plan select * from t where name='x'"); run(db, "pragma integrity_check");
  sqlite3_close(db); return 0; }
