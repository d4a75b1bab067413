using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HealthCode.Web.Data;

/// <summary>The migrations of this version, read without a context: the first use of one makes the model, which takes a second and a half, and a database that is refused needs none.</summary>
internal static class KnownMigrations
{
    /// <summary>Their ids, oldest first.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(OfficeDb).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(OfficeDb))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id).Order(StringComparer.OrdinalIgnoreCase),
    ];
}
