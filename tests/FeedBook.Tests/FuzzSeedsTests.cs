using FeedBook.Fuzz;

namespace FeedBook.Tests;

/// <summary>
/// The seeds of the fuzzing program, as they are and damaged in a fixed way: cut, with bytes changed, repeated, joined. What
/// coverage-guided fuzzing finds becomes a seed.
/// </summary>
public sealed class FuzzSeedsTests
{
    public static TheoryData<string> Names => [.. Targets.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_target_keeps_its_promises_on_its_seeds_and_what_damage_makes_of_them(string name)
    {
        byte[][] seeds =
            [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "FeedBook.Fuzz", "Seeds", name))
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Assert.NotEmpty(seeds);
        var random = new Random(20260203);
        foreach (byte[] seed in seeds)
        {
            Try(name, seed);
            for (int i = 0; i < 40; i++)
            {
                Try(name, Damage(seed, seeds[random.Next(seeds.Length)], random));
            }
        }
    }

    private static byte[] Damage(byte[] seed, byte[] other, Random random)
    {
        byte[] damaged = [.. seed];
        int at = random.Next(damaged.Length), to = random.Next(damaged.Length);
        switch (random.Next(5))
        {
            case 0:
                return damaged[..at];
            case 1:
                for (int i = random.Next(1, 6); i > 0; i--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                return damaged;
            case 2:
                return [.. damaged[..at], .. other[random.Next(other.Length)..]];
            case 3:
                return [.. damaged[..Math.Max(at, to)],
                    .. Enumerable.Repeat(damaged[Math.Min(at, to)..Math.Max(at, to)], 20).SelectMany(part => part), .. damaged[at..]];
            default:
                return [.. damaged[..Math.Min(at, to)], .. damaged[Math.Max(at, to)..]];
        }
    }

    private static void Try(string name, byte[] bytes)
    {
        try
        {
            Targets.All[name](bytes);
        }
        catch (Exception exception)
        {
            Assert.Fail($"{name}, {Convert.ToBase64String(bytes)}: {exception}");
        }
    }
}
