# wfref.py: the reference workload of test/prospects.h as somebody would write it with NumPy: all replications of a month
# at once, as arrays. Prints seconds of the processor, and the month-60 mean that must be 282.87.
import time
import numpy as np

N, T, R = 300, 60, 1000
year, by_grade = np.array([.14, .20, .16, .13, .10]), np.array([.60, 1.10, .90, .70])
tenures = np.arange(121)
band = np.digitize(tenures, [12, 36, 60, 120])
leave = 1 - (1 - year[band][None, :] * by_grade[:, None]) ** (1 / 12)
rise = np.stack([tenures >= 11, .008 * (tenures >= 24), .003 * (tenures >= 36), 0 * tenures])

i = np.arange(N)
k = i % 20
grade0 = np.where(k < 2, 0, np.where(k < 11, 1, np.where(k < 17, 2, 3)))
tenure0 = np.minimum(np.where(grade0 == 0, 7 * i % 12, 37 * i % 144), 120)


def run(seed):
    rng = np.random.default_rng(seed)
    grade = np.broadcast_to(grade0, (R, N)).astype(np.int8).copy()
    tenure = np.broadcast_to(tenure0, (R, N)).astype(np.int16).copy()
    filled = np.empty((T + 1, R), np.int32)
    filled[0] = N
    for t in range(1, T + 1):
        u, v = rng.random((R, N), dtype=np.float32), rng.random((R, N), dtype=np.float32)
        vacant = grade < 0
        leaves = ~vacant & (u < leave[grade, tenure])
        rises = ~vacant & ~leaves & (v < rise[grade, tenure])
        joins = vacant & (u < .20)
        grade[rises] += 1
        tenure = np.minimum(tenure + 1, 120).astype(np.int16)
        grade[leaves] = -1
        grade[joins] = np.digitize(v[joins], [.45, .85])
        tenure[joins] = 0
        filled[t] = (grade >= 0).sum(1)
    quantiles = np.quantile(filled, [.05, .25, .5, .75, .95], axis=1, method='inverted_cdf')
    return filled[T].mean(), filled.mean(1), filled.std(1), quantiles


best = 1e9
for seed in range(5):
    start = time.process_time()
    mean = run(seed)[0]
    best = min(best, time.process_time() - start)
print(f'{best:.4f} s ({mean:.2f})')
