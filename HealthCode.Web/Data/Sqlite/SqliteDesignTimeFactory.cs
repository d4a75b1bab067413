using Microsoft.EntityFrameworkCore.Design;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>Lets dotnet-ef compare the model with the last migration without starting the server.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<OfficeDb>
{
    public OfficeDb CreateDbContext(string[] args) => OfficeDb.ForModel(new SqliteEngine(new(Path.GetTempPath())));
}
