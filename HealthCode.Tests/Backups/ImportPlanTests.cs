using System.Collections;
using System.Reflection;
using HealthCode.Tests.Support;
using HealthCode.Web.Backups;
using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Tests.Backups;

/// <summary>What becomes of each table of a village in a county: a new table, a new number or a new hash is seen here before somebody's papers go astray.</summary>
public sealed class ImportPlanTests
{
    [Fact]
    public async Task The_plan_stays_as_it_is() => Approved.Matches("import", await InModelAsync(model => string.Concat(
    [
        .. ImportPlan.Of(model).Select(table => $"{table.Name}{table.OnConflict}\n    ids: {string.Join(' ', table.Columns.Where(column => column.IsId || column.Property.HoldsIds()).Select(column => column.Name))}\n"),
        "\n",
        .. model.GetEntityTypes().Where(entity => entity.LeftBehind() is not null).OrderBy(entity => entity.GetTableName(), StringComparer.Ordinal).Select(entity => $"{entity.GetTableName()}: {entity.LeftBehind()}\n"),
    ])));

    [Fact]
    public async Task Every_table_comes_along_or_says_why_not() => Assert.Equal(
        [],
        await InModelAsync(model => model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct()
            .Except([.. ImportPlan.Of(model).Select(table => table.Name), .. model.GetEntityTypes().Where(entity => entity.LeftBehind() is not null).Select(entity => entity.GetTableName()!)]).ToList()));

    [Fact]
    public async Task A_row_is_written_after_those_it_refers_to()
    {
        var (names, references) = await InModelAsync(model => (ImportPlan.Of(model).Select(table => table.Name).ToList(), model.GetEntityTypes().Where(entity => entity.LeftBehind() is null).SelectMany(entity => entity.GetForeignKeys())
            .Select(key => (From: key.DeclaringEntityType.GetTableName()!, To: key.PrincipalEntityType.GetTableName()!)).Where(key => key.From != key.To).ToList()));

        Assert.All(references.Where(key => names.Contains(key.To)), key => Assert.True(names.IndexOf(key.To) < names.IndexOf(key.From), $"{key.From} before {key.To}"));
    }

    [Fact]
    public async Task A_number_inside_of_JSON_is_said_to_be_an_id() => Assert.Empty(await InModelAsync(model => model.GetEntityTypes().Where(entity => entity.LeftBehind() is null)
        .SelectMany(entity => entity.GetDeclaredProperties()).Where(property => property.PropertyInfo is not null && property.GetValueConverter() is not null && !property.HoldsIds() && HoldsLong(property.ClrType, []))
        .Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}").ToList()));

    [Fact]
    public void Twin_a_number_inside_of_JSON_would_be_found()
    {
        Assert.True(HoldsLong(typeof(IReadOnlyList<Outer>), []));
        Assert.False(HoldsLong(typeof(Inner), []));
    }

    [Fact]
    public async Task A_hash_can_be_made_anew() => Assert.Empty(await InModelAsync(model => model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties())
        .Where(property => property.FindAnnotation("HealthCode:Hashed") is not null && property.HashOf() is null && OnlyStored(property)).Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}").ToList()));

    [Fact]
    public async Task A_key_that_the_database_numbers_is_moved_up() => Assert.Empty(await InModelAsync(model => ImportPlan.Of(model)
        .Where(table => table.Entity.FindPrimaryKey()!.Properties.Any(property => property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType != typeof(string)) && !table.NumbersItself).Select(table => table.Name).ToList()));

    /// <summary>Read from the database as it is stored there: what it was made of is not known from it.</summary>
    private static bool OnlyStored(IReadOnlyProperty property) =>
        property.PropertyInfo!.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    /// <summary>Whether a number of the kind that ids have is somewhere inside of a value.</summary>
    private static bool HoldsLong(Type type, HashSet<Type> seen)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner == typeof(long))
        {
            return true;
        }

        if (inner.IsPrimitive || inner.IsEnum || inner.Namespace == "System" || !seen.Add(inner))
        {
            return false;
        }

        return typeof(IEnumerable).IsAssignableFrom(inner)
            ? inner.GetGenericArguments().Concat(inner.IsArray ? [inner.GetElementType()!] : []).Any(each => HoldsLong(each, seen))
            : inner.GetProperties().Where(property => property.CanWrite).Any(property => HoldsLong(property.PropertyType, seen))
                || inner.Assembly.GetTypes().Where(each => each.BaseType == inner).Any(each => HoldsLong(each, seen));
    }

    private static async Task<T> InModelAsync<T>(Func<IModel, T> read)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        return await server.InDbAsync(db => Task.FromResult(read(db.Model)));
    }

    private sealed record Inner(string Name, int Number);

    private sealed record Outer(IReadOnlyList<Inner> Lines, long? Card);
}
