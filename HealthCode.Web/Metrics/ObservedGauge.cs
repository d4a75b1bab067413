using System.Diagnostics.Metrics;

namespace HealthCode.Web.Metrics;

/// <summary>A figure that is read at each scrape; a feature registers its own as a singleton.</summary>
/// <param name="Name">Name of the instrument.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Description">One line on what it means.</param>
/// <param name="Read">Reads it. An exception leaves the figure out of the scrape.</param>
public sealed record ObservedGauge(string Name, string Unit, string Description, Func<IEnumerable<Measurement<double>>> Read);
