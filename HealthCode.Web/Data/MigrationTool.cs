using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HealthCode.Web.Data;

/// <summary>Lets dotnet-ef compare the model with the last migration without starting the office.</summary>
public sealed class MigrationTool : IDesignTimeDbContextFactory<OfficeDb>
{
    public OfficeDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<OfficeDb>().UseSqlite("Data Source=:memory:").Options,
        Desk.Everything, new OfficeClock(TimeProvider.System), new WriteGate());
}
