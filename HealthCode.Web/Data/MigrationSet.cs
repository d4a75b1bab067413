using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HealthCode.Web.Data;

/// <summary>The migrations of one engine. EF Core takes all of an assembly for one set; ours holds a set for each engine, told apart by namespace.</summary>
internal sealed class MigrationSet : IMigrationsAssembly
{
    private const string Parent = "HealthCode.Web.Data.Migrations.";

    public MigrationSet(ICurrentDbContext context, IDbContextOptions options)
    {
        var engine = ((OfficeDb)context.Context).Engine.Name;
        Assembly = RelationalOptionsExtension.Extract(options).MigrationsAssemblyObject ?? typeof(OfficeDb).Assembly;
        Migrations = TypesOf<Migration>(Assembly, engine).ToDictionary(IdOf, type => type.GetTypeInfo());
        ModelSnapshot = (ModelSnapshot?)TypesOf<ModelSnapshot>(Assembly, engine).Select(Activator.CreateInstance).SingleOrDefault();
    }

    public Assembly Assembly { get; }

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }

    public ModelSnapshot? ModelSnapshot { get; }

    /// <summary>Ids of an engine's migrations, oldest first. Without EF Core, which would build the whole model.</summary>
    public static IReadOnlyList<string> IdsIn(Assembly assembly, string engine) => [.. TypesOf<Migration>(assembly, engine).Select(IdOf).Order(StringComparer.Ordinal)];

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.SingleOrDefault(id => id.Equals(nameOrId, StringComparison.OrdinalIgnoreCase) || id.EndsWith("_" + nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private static IEnumerable<Type> TypesOf<T>(Assembly assembly, string engine) => assembly.GetTypes().Where(type =>
        type.IsSubclassOf(typeof(T)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(OfficeDb) && IsOf(type, engine));

    private static string IdOf(Type type) => type.GetCustomAttribute<MigrationAttribute>()!.Id;

    /// <summary>Another assembly has one set.</summary>
    private static bool IsOf(Type type, string engine) => type.Namespace is not { } set || !set.StartsWith(Parent, StringComparison.Ordinal) || set == Parent + engine;
}
