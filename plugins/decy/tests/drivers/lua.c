/* Runs what it reads as a Lua script. */
#include <stdio.h>
#include "lauxlib.h"
#include "lua.h"
#include "lualib.h"

static char script[1 << 16];

int main(void) {
    size_t size = fread(script, 1, sizeof script - 1, stdin);
    lua_State *state = luaL_newstate();
    luaL_openlibs(state);
    int failed = luaL_loadbuffer(state, script, size, "=script") || lua_pcall(state, 0, 0, 0);
    if (failed)
        printf("error: %s\n", lua_tostring(state, -1));
    lua_close(state);
    return failed;
}
