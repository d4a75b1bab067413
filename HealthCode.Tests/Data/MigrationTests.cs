using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Tests.Data;

/// <summary>Each engine has a set of migrations of its own; a change of the model belongs in both.</summary>
public sealed class MigrationTests
{
    // Nobody connects: the last snapshot is compared with the model.
    private const string Nowhere = "Host=none;Database=none;Username=none";

    [Theory]
    [InlineData(null)]
    [InlineData(Nowhere)]
    public void The_last_migration_of_an_engine_is_the_model(string? database)
    {
        using var db = new DesignTimeFactory().CreateDbContext(database is null ? [] : [database]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Nowhere)]
    public void Whatever_refers_to_a_row_is_found_by_it(string? database)
    {
        using var db = new DesignTimeFactory().CreateDbContext(database is null ? [] : [database]);

        // An index with a condition serves only who asks for the condition, too: among 1.2 million cards the others read through all.
        Assert.Empty(
            from entity in db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            where !entity.IsMappedToJson()
            let found = entity.GetKeys().Select(key => key.Properties[0]).Concat(entity.GetIndexes().Where(index => index.GetFilter() is null).Select(index => index.Properties[0])).ToList()
            from reference in entity.GetForeignKeys()
            where !found.Contains(reference.Properties[0])
            select $"{entity.GetTableName()}.{reference.Properties[0].Name}");
    }

    [Fact]
    public void No_engine_takes_the_migrations_of_the_other()
    {
        var (file, server) = (DatabaseEngines.For(new DataFolder(Path.GetTempPath()), null).KnownMigrations, DatabaseEngines.For(new DataFolder(Path.GetTempPath()), Nowhere).KnownMigrations);

        Assert.NotEmpty(file);
        Assert.NotEmpty(server);
        Assert.Empty(file.Intersect(server));
    }

    [Fact]
    public void A_connection_string_that_is_none_is_refused_with_an_example() =>
        Assert.Contains("Host=", Assert.Throws<CannotStartException>(() => DatabaseEngines.For(new DataFolder(Path.GetTempPath()), "数据库在隔壁")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_copy_of_a_database_that_is_not_named_is_refused() => Assert.Contains(
        DatabaseEngines.Setting, Assert.Throws<CannotStartException>(() => DatabaseEngines.For(new DataFolder(Path.GetTempPath()), null, Nowhere)).Message, StringComparison.Ordinal);
}
