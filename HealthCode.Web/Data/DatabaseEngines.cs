using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Data;

/// <summary>The engines this program runs on: the one place that names them.</summary>
public static class DatabaseEngines
{
    /// <summary>The engine of a data folder.</summary>
    public static IDatabaseEngine For(DataFolder folder) => new SqliteEngine(folder);

    /// <summary>What an exception of an engine means, or null.</summary>
    public static DatabaseFault? FaultOf(Exception exception) => SqliteFaults.Of(exception);
}
