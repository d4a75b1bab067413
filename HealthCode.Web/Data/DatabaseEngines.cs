using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Data;

/// <summary>The only place that names a concrete engine.</summary>
public static class DatabaseEngines
{
    /// <summary>The engine of a data folder.</summary>
    public static IDatabaseEngine For(DataFolder folder) => new SqliteEngine(folder);

    /// <summary>The fault an engine exception stands for, or null.</summary>
    public static DatabaseFault? FaultOf(Exception exception) => SqliteFaults.Of(exception);
}
