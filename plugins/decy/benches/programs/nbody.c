#include <math.h>
#include <stdio.h>

#define DAYS 365.24
struct body { double x[3], v[3], mass; };

static struct body bodies[5];

static void set(int i, double x, double y, double z, double vx, double vy, double vz, double mass) {
    double position[3] = {x, y, z}, velocity[3] = {vx, vy, vz};
    for (int k = 0; k < 3; k++) {
        bodies[i].x[k] = position[k];
        bodies[i].v[k] = velocity[k] * DAYS;
    }
    bodies[i].mass = mass * 39.47841760435743;
}

static void advance(struct body *b, int n, double dt) {
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++) {
            double d[3], square = 0;
            for (int k = 0; k < 3; k++) {
                d[k] = b[i].x[k] - b[j].x[k];
                square += d[k] * d[k];
            }
            double mag = dt / (square * sqrt(square));
            for (int k = 0; k < 3; k++) {
                b[i].v[k] -= d[k] * b[j].mass * mag;
                b[j].v[k] += d[k] * b[i].mass * mag;
            }
        }
    for (int i = 0; i < n; i++)
        for (int k = 0; k < 3; k++)
            b[i].x[k] += dt * b[i].v[k];
}

static double energy(const struct body *b, int n) {
    double e = 0;
    for (int i = 0; i < n; i++) {
        e += 0.5 * b[i].mass * (b[i].v[0] * b[i].v[0] + b[i].v[1] * b[i].v[1] + b[i].v[2] * b[i].v[2]);
        for (int j = i + 1; j < n; j++) {
            double s = 0;
            for (int k = 0; k < 3; k++)
                s += (b[i].x[k] - b[j].x[k]) * (b[i].x[k] - b[j].x[k]);
            e -= b[i].mass * b[j].mass / sqrt(s);
        }
    }
    return e;
}

int main(void) {
    struct body system[5];
    set(0, 0, 0, 0, 0, 0, 0, 1);
    set(1, 4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609);
    set(2, 8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411021, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812);
    set(3, 12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298);
    set(4, 15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451);
    for (int i = 0; i < 5; i++)
        system[i] = bodies[i];
    printf("%.9f\n", energy(system, 5));
    for (int i = 0; i < 2000000; i++)
        advance(system, 5, 0.01);
    printf("%.9f\n", energy(system, 5));
    return 0;
}
