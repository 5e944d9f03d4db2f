import Resilience

while let line = readLine() { print(Draw(line).value(seed: 0)) }
