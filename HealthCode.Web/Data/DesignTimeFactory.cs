using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore.Design;

namespace HealthCode.Web.Data;

/// <summary>Lets dotnet-ef compare the model with an engine's last migration without starting the server: <c>dotnet ef migrations add NAME -o Data/Migrations/Sqlite</c>, and
/// <c>-o Data/Migrations/Postgres -- Host=none</c> for the other engine.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<OfficeDb>
{
    public OfficeDb CreateDbContext(string[] args) => OfficeDb.ForModel(DatabaseEngines.For(new DataFolder(Path.GetTempPath()), args.FirstOrDefault()));
}
