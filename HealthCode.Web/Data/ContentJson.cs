using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HealthCode.Web.Data;

/// <summary>The values of a form as one JSON column: a form is always read, written and compared as a whole.</summary>
internal static class ContentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameRegisters } },
        Converters =
        {
            new TextConverter<PersonName>(name => name.Raw, PersonName.Restore),
            new TextConverter<PhoneNumber>(phone => phone.Value, PhoneNumber.Restore),
            new TextConverter<BodyTemperature>(
                temperature => temperature.Celsius.ToString(System.Globalization.CultureInfo.InvariantCulture),
                text => BodyTemperature.Restore(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture))),
            new PaperConverter(),
        },
    };

    /// <summary>Slips of four registers lie in one column, each with the name of its kind; a name that is stored stays.</summary>
    private static void NameRegisters(JsonTypeInfo type)
    {
        if (type.Type == typeof(RegisterContent))
        {
            type.PolymorphismOptions = new()
            {
                TypeDiscriminatorPropertyName = "Register",
                DerivedTypes =
                {
                    new(typeof(Returnee), "returnee"), new(typeof(WorkResumption), "work"), new(typeof(FeverClinicVisit), "clinic"), new(typeof(MedicinePurchase), "purchase"),
                },
            };
        }
    }

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static T Read<T>(ReadOnlySpan<byte> json, JsonSerializerOptions? only = null) => JsonSerializer.Deserialize<T>(json, only ?? Options)!;

    /// <summary>For lists of many rows that show a few values of each: other properties are skipped and read as empty.</summary>
    /// <param name="properties">Properties to read.</param>
    public static JsonSerializerOptions Only<T>(params string[] properties) => new(Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                type =>
                {
                    foreach (var left in type.Properties.Where(property => type.Type == typeof(T) && !properties.Contains(property.Name)).ToList())
                    {
                        type.Properties.Remove(left);
                    }
                },
            },
        },
    };

    /// <summary>Stores a value as JSON text; values are compared by their JSON.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(new ValueConverter<T, string>(value => Write(value), json => Read<T>(json)));
        property.Metadata.SetValueComparer(new ValueComparer<T>(
            (one, other) => ReferenceEquals(one, other) || Write(one) == Write(other),
            value => Write(value).GetHashCode(StringComparison.Ordinal),
            value => value));
        return property;
    }

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed record PaperColumns(IdentityDocumentKind Kind, string Number, string? Reason, bool SavedDespiteFault);

    private sealed class PaperConverter : JsonConverter<IdentityDocument>
    {
        public override IdentityDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var columns = JsonSerializer.Deserialize<PaperColumns>(ref reader, options)!;
            return IdentityDocument.Restore(columns.Kind, columns.Number, columns.Reason, columns.SavedDespiteFault);
        }

        public override void Write(Utf8JsonWriter writer, IdentityDocument value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new PaperColumns(value.Kind, value.Number, value.Reason, value.SavedDespiteFault), options);
    }
}
