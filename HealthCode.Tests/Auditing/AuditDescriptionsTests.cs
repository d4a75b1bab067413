using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Mono.Cecil;

namespace HealthCode.Tests.Auditing;

/// <summary>What the audit calls an entity and its fields: these words are stored, so a change of one is seen here.</summary>
public sealed class AuditDescriptionsTests
{
    [Fact]
    public async Task What_is_stored_of_every_entity_and_field_stays_as_it_is()
    {
        await using var server = await OfficeServer.WithOfficeAsync();

        await server.InDbAsync(db =>
        {
            Approved.Matches("descriptions", string.Concat(db.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).OrderBy(entity => entity.ClrType.Name, StringComparer.Ordinal).Select(entity => Said(db, entity))));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Every_entity_is_audited_or_says_why_not() => Assert.Empty(await InModelAsync(Undeclared));

    [Fact]
    public void Twin_an_entity_that_says_nothing_and_one_that_says_both_would_be_found()
    {
        var model = new ModelBuilder();
        model.Entity<Silent>();
        model.Entity<Told>().AuditedAs(_ => "x");
        model.Entity<Untold>().NotAudited("x");
        model.Entity<Both>(both =>
        {
            both.AuditedAs(_ => "x");
            both.NotAudited("x");
        });

        Assert.Equal([nameof(Both), nameof(Silent)], Undeclared(model.Model));
    }

    [Fact]
    public async Task Every_property_that_is_ever_changed_has_a_chinese_word_or_is_passed_over() => Assert.Empty(await InModelAsync(Wordless));

    [Fact]
    public void Twin_a_property_that_is_changed_and_has_no_word_would_be_found()
    {
        var model = new ModelBuilder();
        model.Entity<Office>(office =>
        {
            office.AuditedAs(_ => "x");
            office.Property(each => each.Code);
            office.Property(each => each.OfficialName);
            office.Property(each => each.ContactPhone).AuditedAs("phone");
            office.Property(each => each.SupervisionPhone).AuditedAs("监督电话");
            office.Property(each => each.TemperaturePrompt).NotAudited();
        });

        Assert.Equal(["Office.ContactPhone", "Office.OfficialName"], Wordless(model.Model));
    }

    [Fact]
    public async Task Nothing_that_is_encrypted_or_hashed_is_told() => Assert.Empty(await InModelAsync(Leaking));

    [Fact]
    public void Twin_an_encrypted_property_that_is_told_would_be_found()
    {
        var model = new ModelBuilder();
        model.Entity<Told>(told =>
        {
            told.Property(each => each.Name).HasAnnotation("HealthCode:Encrypted", true).Disclosed();
            told.Property(each => each.Key).HasAnnotation("HealthCode:Hashed", true).Disclosed();
            told.Property(each => each.Place).Disclosed();
        });

        Assert.Equal(["Told.Key", "Told.Name"], Leaking(model.Model));
    }

    [Fact]
    public async Task An_enum_that_is_told_has_words() => Assert.Empty(await InModelAsync(Untranslated));

    [Fact]
    public void Twin_an_enum_that_would_be_told_in_english_would_be_found()
    {
        var model = new ModelBuilder();
        model.Entity<Chosen>(chosen =>
        {
            chosen.Property(each => each.Day).Disclosed();
            chosen.Property(each => each.Night).Disclosed(_ => "夜");
            chosen.Property(each => each.Perhaps).Disclosed();
            chosen.Property(each => each.Id).Disclosed();
        });

        Assert.Equal(["Chosen.Day", "Chosen.Perhaps"], Untranslated(model.Model));
    }

    [Fact]
    public async Task What_is_not_audited_has_no_description() => await Assert.ThrowsAsync<InvalidOperationException>(() =>
        InModelAsync(db => db.DescriptionOf(Division.Listed(DivisionCode.Parse("640181000000"), "样例县"))));

    private static async Task<T> InModelAsync<T>(Func<OfficeDb, T> read)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        return await server.InDbAsync(db => Task.FromResult(read(db)));
    }

    private static Task<IReadOnlyList<string>> InModelAsync(Func<IReadOnlyModel, IReadOnlyList<string>> check) => InModelAsync(db => check(db.Model));

    private static IReadOnlyList<string> Undeclared(IReadOnlyModel model) =>
    [
        .. model.GetEntityTypes().Where(entity => !entity.IsOwned() && entity.Audited() is var audited && (audited?.Describe is not null) == (audited?.WhyNot is { Length: > 0 }))
            .Select(entity => entity.ClrType.Name).Order(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> Wordless(IReadOnlyModel model)
    {
        var changed = Changed(typeof(Office).Assembly, typeof(OfficeDb).Assembly);
        return Names(model, property => property.DeclaringType is IReadOnlyEntityType entity && entity.Audited() is { Describe: not null }
            && property.PropertyInfo is { DeclaringType: { } declaring } && changed.Contains((declaring.Name, property.Name))
            && property.Audited() is not { IsIgnored: true } && property.Audited()?.Word?.Any(letter => letter >= 0x4E00) is not true);
    }

    private static IReadOnlyList<string> Leaking(IReadOnlyModel model) => Names(model, property =>
        property.Audited() is { IsDisclosed: true } && (property.FindAnnotation("HealthCode:Encrypted") ?? property.FindAnnotation("HealthCode:Hashed")) is not null);

    private static IReadOnlyList<string> Untranslated(IReadOnlyModel model) => Names(model, property =>
        property.Audited() is { IsDisclosed: true, Words: null } && (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum);

    private static IReadOnlyList<string> Names(IReadOnlyModel model, Func<IReadOnlyProperty, bool> which) =>
        [.. model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(which).Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}").Order(StringComparer.Ordinal)];

    /// <summary>Properties that are set on what exists already: anywhere but in a constructor or a factory of their own type.</summary>
    private static HashSet<(string Type, string Property)> Changed(params IEnumerable<Assembly> assemblies)
    {
        HashSet<(string, string)> changed = [];
        foreach (var location in assemblies.Select(assembly => assembly.Location))
        {
            using var module = ModuleDefinition.ReadModule(location);
            changed.UnionWith(
                from type in module.GetTypes()
                from method in type.Methods
                where method.HasBody && !method.IsConstructor
                from called in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
                where called.Name.StartsWith("set_", StringComparison.Ordinal) && called.ReturnType is not RequiredModifierType
                    && !(method.IsStatic && called.DeclaringType.FullName == type.FullName)
                select (called.DeclaringType.Name, called.Name[4..]));
        }

        return changed;
    }

    private static string Said(OfficeDb db, IEntityType entity)
    {
        var sample = Sample(entity, 7);
        if (AuditDescriptions.Describe(db.Entry(sample)) is not { } description)
        {
            return $"{entity.ClrType.Name}: -\n";
        }

        var said = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{entity.ClrType.Name}: {description} / {db.DescriptionOf(Sample(entity, 0))}\n");
        foreach (var property in entity.GetProperties().Where(property => property.PropertyInfo is not null).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            var told = string.Join(" | ", Values(property).Select(value => TellOf(db.Entry(sample), property, value)).Distinct());
            if (told != property.Name)
            {
                said.Append(CultureInfo.InvariantCulture, $"    {property.Name}: {told}\n");
            }
        }

        return said.ToString();
    }

    private static string TellOf(EntityEntry entry, IProperty property, object? value)
    {
        Set(entry.Entity, property, value);
        return AuditDescriptions.Fields([entry.Property(property)]) is { Length: > 0 } told ? told : "-";
    }

    /// <summary>An entity of which every text is its own name, and every number the same.</summary>
    private static object Sample(IEntityType entity, int number)
    {
        var sample = RuntimeHelpers.GetUninitializedObject(entity.ClrType);
        foreach (var property in entity.GetProperties().Where(property => property.PropertyInfo is not null))
        {
            Set(sample, property, property.ClrType == typeof(string) ? $"<{property.Name}>" : property.ClrType == typeof(int) || property.ClrType == typeof(long) ? number : Values(property)[0]);
        }

        return sample;
    }

    private static object?[] Values(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
    {
        { IsEnum: true } kind => [.. Enum.GetValues(kind).Cast<object>()],
        { IsValueType: true } kind => [Activator.CreateInstance(kind)],
        _ => [null],
    };

    private static void Set(object entity, IProperty property, object? value)
    {
        var field = property.FieldInfo ?? property.DeclaringType.ClrType.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        field?.SetValue(entity, value is int number && type == typeof(long) ? (long)number : value);
    }

    private sealed record Silent(int Id);

    private sealed record Told(int Id, string Name, string Key, string Place);

    private sealed record Chosen(int Id, DayOfWeek Day, DayOfWeek Night, DayOfWeek? Perhaps);

    private sealed record Untold(int Id);

    private sealed record Both(int Id);
}
