namespace HealthCode.Tests.Benchmarks;

/// <summary>One measurement that <c>scripts/bench</c> can run by its name.</summary>
internal interface IBenchmark
{
    /// <summary>What one types, in lower case with hyphens.</summary>
    string Name { get; }

    /// <summary>The question it answers, in one sentence.</summary>
    string Purpose { get; }

    /// <summary>Measures, and writes the figures with their units.</summary>
    Task RunAsync(TextWriter output);
}
